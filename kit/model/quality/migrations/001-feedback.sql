-- Each island with models has these tables in a namespace of its own, so that no name here has one before it:
-- feedbackStore.ts sets the search path.

-- One answer to one input: a second one on the same, by whomever, is not counted.
create table feedback (
  model text not null,
  version text not null,
  input_digest bytea not null check (length(input_digest) = 16),
  -- What the model said, and what a person says is right.
  predicted text not null,
  answered text not null,
  confidence double precision not null check (confidence between 0 and 1),
  predicted_at timestamptz not null,
  answered_at timestamptz not null default now(),
  primary key (model, version, input_digest)
);

-- The sums behind accuracy and calibration, by tenth of confidence: kept in the statement that adds an answer,
-- so that reading them counts no rows.
create table calibration (
  model text not null,
  version text not null,
  tenth smallint not null check (tenth between 0 and 9),
  answers integer not null,
  correct integer not null,
  confidence double precision not null,
  primary key (model, version, tenth)
);
