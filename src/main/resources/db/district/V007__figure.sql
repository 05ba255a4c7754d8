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
