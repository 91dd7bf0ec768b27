import { pino } from 'pino';
import { expect, test } from 'vitest';
import { lettersModel } from './fixtures/models.ts';
import { startServers } from './fixtures/servers.ts';
import type { InferenceModel } from './inferenceModel.ts';
import { startInferenceServers } from './startInferenceServers.ts';

const options = { models: [lettersModel()], keys: ['key'], host: '127.0.0.1', log: pino({ level: 'silent' }) };

test('either server can be had without the other', async () => {
  const rest = await startInferenceServers({ ...options, port: 0 });
  expect(rest).toMatchObject({ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/), grpcAddress: undefined });
  await rest.close();
  const grpc = await startInferenceServers({ ...options, grpcPort: 0 });
  expect(grpc).toMatchObject({ url: undefined, grpcAddress: expect.stringMatching(/^127\.0\.0\.1:\d+$/) });
  await grpc.close();
});

test('without a key nothing is served, nor with an empty one', async () => {
  for (const keys of [[], ['key', '']]) {
    await expect(startInferenceServers({ ...options, keys, port: 0 })).rejects.toMatchObject({
      code: 'CONFIG_INVALID',
      message: 'The inference servers need keys, none of them empty; set INFERENCE_KEYS.',
    });
  }
});

test('a taken port is named with its variable, and the other server is closed again', async () => {
  const { url, grpcAddress } = await startServers(lettersModel());
  const port = Number(new URL(url).port);
  const grpcPort = Number(grpcAddress.split(':')[1]);
  await expect(startInferenceServers({ ...options, port })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${port} on 127.0.0.1 is taken by another process. Stop that process, or set INFERENCE_PORT to a free port.`,
  });
  const rest = await startInferenceServers({ ...options, port: 0 });
  await rest.close();
  const freed = Number(new URL(rest.url ?? '').port);
  await expect(startInferenceServers({ ...options, port: freed, grpcPort })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: `Port ${grpcPort} on 127.0.0.1 is taken by another process. Stop that process, or set INFERENCE_GRPC_PORT to a free port.`,
  });
  await expect(fetch(rest.url ?? '')).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } });
});

function withOutputs(outputs: InferenceModel['tensors']['outputs']): InferenceModel {
  const letters = lettersModel();
  return { ...letters, tensors: { ...letters.tensors, outputs } };
}

test.each<[models: InferenceModel[], message: string]>([
  [[lettersModel(), lettersModel()], 'Two models have the name letters.'],
  [[withOutputs([])], 'The model letters has no outputs.'],
  [
    [
      withOutputs([
        { name: 'x', datatype: 'FP32', shape: [] },
        { name: 'x', datatype: 'FP32', shape: [] },
      ]),
    ],
    'Two outputs of the model letters have one name.',
  ],
  [
    [withOutputs([{ name: 'x', datatype: 'FP32', shape: [-1, -1] }])],
    'The output x of the model letters has more than one size that differs.',
  ],
])('models that no request could tell apart or read are refused at the start', async (models, message) => {
  await expect(startInferenceServers({ ...options, models, port: 0 })).rejects.toThrow(message);
});
