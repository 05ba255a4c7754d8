create sequence wish_number;
grant usage on sequence wish_number to ${app};

create table wish (
  id                     uuid primary key,
  version                bigint not null,
  number                 text collate "C" not null unique,
  organisation_id        uuid not null references organisation (id),
  kind                   text not null,
  child                  boolean not null,
  wisher_id              uuid references organisation_person (id),
  collector_id           uuid references organisation_person (id),
  collected_at           timestamptz not null,
  consent_notice_version text not null,
  consent_how            text not null,
  consent_at             timestamptz not null,
  cost_fen               bigint check (cost_fen >= 0),
  state                  text collate "C" not null,
  title                  text not null,
  words                  text,
  text                   text,
  round                  int not null,
  published_at           timestamptz,
  expires_on             date,
  claim_claimer_id       uuid references organisation_person (id),
  claim_unit_id          uuid references organisation (id),
  claim_by               text,
  claim_claimed_at       timestamptz,
  claim_approved_at      timestamptz,
  claim_contact_by       date,
  claim_companion_id     uuid references organisation_person (id),
  claim_contacted_at     timestamptz,
  claim_fulfilled_at     timestamptz,
  claim_note             text,
  confirmation           text,
  confirmed_at           timestamptz,
  rating                 int check (rating between 1 and 5),
  rating_words           text,
  ended_at               timestamptz,
  constraint wish_published_has_text check (state not in ('PUBLISHED', 'CLAIMED', 'APPROVED', 'CONTACTED', 'FULFILLED', 'CONFIRMED') or text is not null),
  constraint wish_confirmed_is_claimed check (confirmed_at is null or claim_claimer_id is not null)
);

-- Every list: by sort alone, by organisation, and both with the state in front.
create index wish_latest on wish (collected_at desc, id desc);
create index wish_organisation_latest on wish (organisation_id, collected_at desc, id desc);
create index wish_state_latest on wish (state, collected_at desc, id desc);
create index wish_state_organisation_latest on wish (state, organisation_id, collected_at desc, id desc);
create index wish_kind_latest on wish (kind, collected_at desc, id desc);
create index wish_title on wish (title text_pattern_ops);
create index wish_wisher on wish (wisher_id, collected_at desc, id desc) where wisher_id is not null;
create index wish_claimer on wish (claim_claimer_id, claim_claimed_at desc, id desc) where claim_claimer_id is not null;
-- The wall without a place near by: what was rolled over first, then what waits longest.
create index wish_wall on wish ((round = 1), published_at, id) where state = 'PUBLISHED';

-- Every community counts in the plans, also the one with three wishes and the one with none.
alter table wish alter organisation_id set statistics 1000;

-- What the daily work looks for.
create index wish_expiring on wish (expires_on) where state = 'PUBLISHED';
create index wish_contact_due on wish (claim_contact_by) where state = 'APPROVED';
create index wish_unrated on wish (confirmed_at) where state = 'CONFIRMED';

-- Encrypted; deleted some time after the wish has ended.
create table wish_contact (
  wish_id  uuid primary key references wish (id),
  name     bytea not null,
  phone    bytea,
  address  bytea
);
