create table figure_month (
  figure           text collate "C" not null,
  organisation_id  uuid not null,
  month            date not null,
  amount           bigint not null,
  primary key (figure, organisation_id, month) include (amount)
);

create table figure_day (
  figure           text collate "C" not null,
  organisation_id  uuid not null,
  day              date not null,
  amount           bigint not null,
  primary key (figure, organisation_id, day) include (amount)
);

-- The way down from a figure at a high organisation: the latest entries first.
create index journal_measure_latest on journal_measure (figure, day desc, entry_id desc);
