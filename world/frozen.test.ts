import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createOrderWorld } from './orders.ts';
import { createReviews } from './reviews.ts';
import { createUsers } from './users.ts';

/**
 * Models are trained on the world, test sets and examples name its ids, and databases are filled with it.
 * Where one of these fails, undo what changed the world: new people, orders or prices go where no earlier draw of
 * `Random` moves. A world that has to change takes new digests here, and `npm run train` and a new version for every
 * model that learned from it, with the figures in its card.
 */
const WHY = 'The world is frozen: models are trained on it. world/frozen.test.ts says what to do.';

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');

test('the first 480 users and all reviews are those that there always were', () => {
  expect(digestOf(createUsers().slice(0, 480)), WHY).toBe(
    '22fea6e1162be25fbad2ee3b5fbde56c289fd1877f74029afd35151f35d3a434',
  );
  expect(digestOf(createReviews()), WHY).toBe('aa73d36aea029b5d75b01d4f1ccbfd557e0287e9d4b3fae3e24bffe5c79c241a');
});

test('the users are those that there were', () => {
  expect(digestOf(createUsers()), WHY).toBe('091f9cd14b672bb1ae236f1a65204d70c4ea62ad1d40176e8dc38eada891c72d');
});

test('the orders are those that there were, with what is true and what is told of them', () => {
  const { accounts, orders, fraud, fraudReports } = createOrderWorld();
  expect(digestOf(accounts), WHY).toBe('b31085bd729e91b02a6af74950514ccf5eaa43ad316ffcb6f59c5db40fdbbd2b');
  expect(digestOf(orders), WHY).toBe('f34c72e4ec9c77eed38c42e3380a08898253d34ed21c1fbf06e103105d89b443');
  expect(digestOf([[...fraud], fraudReports]), WHY).toBe(
    '0972b83bedc1ef257ee82e9008e5bb88be363d5ce395c89a8ef64804040b2b67',
  );
});
