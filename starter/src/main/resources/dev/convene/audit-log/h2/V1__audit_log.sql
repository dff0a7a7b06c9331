-- The audit log: rows are added and never changed. Each hash covers the one before.
create table convene_audit_log (
  position     bigint        not null primary key,
  id           varchar(64)   not null unique,
  action       varchar(16)   not null,
  tenant_id    varchar(128)  not null,
  acted_on     varchar(64)   not null,
  action_key   varchar(64)   not null,
  entity_id    varchar(255)  not null,
  acted_at     timestamp(6) with time zone not null,
  actor        varchar(1024) not null,
  actor_start  varchar(64)   not null, -- as much of it as an index can hold in every database
  request_id   varchar(128),
  state_before character large object,
  state_after  character large object,
  hash         varchar(64)   not null
);
create index convene_audit_log_of_tenant on convene_audit_log (tenant_id, position);
create index convene_audit_log_of_entity on convene_audit_log (tenant_id, entity_id, position);
create index convene_audit_log_of_actor on convene_audit_log (tenant_id, actor_start, position);

-- Where the log ends. Whoever adds to it holds this row, so that there is one chain.
create table convene_audit_head (
  id       integer     not null primary key,
  position bigint      not null,
  hash     varchar(64) not null
);
insert into convene_audit_head (id, position, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
