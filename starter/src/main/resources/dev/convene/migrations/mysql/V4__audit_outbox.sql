-- Entries of the audit log, kept with the changes that they are about, on their way to the log.
create table convene_audit_outbox (
  number       bigint not null auto_increment unique,
  id           varchar(64)   not null primary key,
  action       varchar(16)   not null,
  tenant_id    varchar(128)  not null,
  acted_on     varchar(64)   not null,
  action_key   varchar(64)   not null,
  entity_id    varchar(255)  not null,
  acted_at     datetime(6) not null,
  actor        varchar(1024) not null,
  request_id   varchar(128),
  state_before longtext,
  state_after  longtext
) character set utf8mb4 collate ${collation};
