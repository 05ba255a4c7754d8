-- The operator may put a district's name and host right.
grant update (name, host) on hub_district to ${app};
