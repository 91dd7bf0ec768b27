/** What is between two ends of lines; a `\r\n` may come in two pieces. */
const LINE_END = /\r\n|\n|\r(?!$)/;

/**
 * The data of each event of a `text/event-stream` (WHATWG HTML, 9.2.6), as they come. Other fields are passed over, and
 * so is an event that the stream ends in the middle of.
 * @param limit bytes of the whole stream, past which it throws a RangeError
 */
export async function* readEvents(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let rest = '';
  let data: string[] = [];
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > limit) throw new RangeError(`an event stream of more than ${limit} bytes`);
    const lines = (rest + decoder.decode(chunk, { stream: true })).split(LINE_END);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line === '') {
        if (data.length > 0) yield data.join('\n');
        data = [];
      } else if (line === 'data' || line.startsWith('data:')) {
        data.push(line.slice('data:'.length).replace(/^ /, ''));
      }
    }
  }
}
