-- As V026, of tasks, those that are closed among them.
create index task_person on task (person_id) where person_id is not null;
