-- Written down at the desk, for somebody who asks on paper or whose heirs ask.
alter table privacy_request add column at_desk boolean not null default false;
