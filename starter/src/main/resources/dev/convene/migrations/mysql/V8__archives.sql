-- A recording of a room; merged from reports in any order. Deleted ones stay.
create table convene_archive (
  id            bigint auto_increment primary key,
  archive_key   varchar(64)  not null unique, -- ours, there before the provider's
  tenant_id     varchar(128) not null,
  link          varchar(64)  not null,
  provider      varchar(32)  not null,
  room          varchar(255) not null,
  provider_id   varchar(255),
  name          varchar(80)  not null,
  output        varchar(16)  not null,
  layout        varchar(32)  not null,
  audio         boolean      not null,
  video         boolean      not null,
  storage       varchar(4000), -- JSON of the target that was in force
  status        varchar(16)  not null,
  settled       boolean      not null,
  started_at    datetime(6),
  duration_ms   bigint,
  size_bytes    bigint,
  reason        varchar(500),
  reason_status varchar(16),
  changed_at    datetime(6) not null,
  requested_by  varchar(1024),
  requested_at  datetime(6) not null,
  compared_at   datetime(6) not null, -- when its provider was last asked
  unique (provider_id, provider),
  foreign key (link) references convene_meeting (link),
  foreign key (provider, room) references convene_room (provider, room)
) character set utf8mb4 collate ${collation};
create index convene_archive_of_tenant on convene_archive (tenant_id, requested_at, archive_key);
create index convene_archive_of_meeting on convene_archive (link);
create index convene_archive_of_room on convene_archive (provider, room);
create index convene_archive_unsettled on convene_archive (provider, settled, compared_at);

-- Where each provider keeps its archives from now on.
create table convene_storage_target (
  provider varchar(32)   not null primary key,
  storage  varchar(4000) not null,
  set_by   varchar(255),
  set_at   datetime(6) not null
) character set utf8mb4 collate ${collation};
