-- As V026, of wishes.
create index wish_collector on wish (collector_id) where collector_id is not null;
create index wish_companion
  on wish (claim_companion_id) where claim_companion_id is not null;
