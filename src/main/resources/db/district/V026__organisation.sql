-- What refers to a person is found when records are merged and when a person is erased.
create index organisation_appointment_proposer
  on organisation_appointment (proposer_id) where proposer_id is not null;
create index organisation_appointment_approver
  on organisation_appointment (approver_id) where approver_id is not null;
create index organisation_merge_merged on organisation_merge (merged_id);
create index organisation_distinct_other on organisation_distinct (other_id);
