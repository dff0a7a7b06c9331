-- One row a tenant that has a quota: whoever counts against it holds the row's lock.
create table convene_tenant (
  tenant_id varchar(128) primary key
) character set utf8mb4 collate ${collation};
create index convene_meeting_of_tenant_live on convene_meeting (tenant_id, ended_at, started_at);
