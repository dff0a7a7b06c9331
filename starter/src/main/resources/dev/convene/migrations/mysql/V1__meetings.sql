-- Meeting, room, provider and tenant are apart from the first day on. Times are kept in UTC.
-- The collation tells "a" from "A" and from "a ", as the other databases do.

create table convene_meeting (
  id                   bigint auto_increment primary key,
  tenant_id            varchar(128)  not null,
  link                 varchar(64)   not null unique,
  title                varchar(200),
  external_id          varchar(255),
  metadata             longtext      not null,
  scheduled            boolean       not null,
  schedule_time        datetime(6) not null,
  ends_at              datetime(6),
  archived             boolean       not null,
  end_to_end_encrypted boolean       not null,
  guests_allowed       boolean       not null,
  provider             varchar(32)   not null, -- of the current room, so that a token needs one row
  room                 varchar(255)  not null, -- the provider's id of the current room
  room_closed_at       datetime(6),
  started_at           datetime(6),
  ended_at             datetime(6),
  created_by           varchar(255),
  created_at           datetime(6) not null,
  modified_by          varchar(1024),
  modified_at          datetime(6) not null,
  version              bigint        not null,
  unique (provider, room)
) character set utf8mb4 collate ${collation};
create index convene_meeting_of_tenant on convene_meeting (tenant_id, schedule_time, link);
create index convene_meeting_of_external_id on convene_meeting (tenant_id, external_id);
create index convene_meeting_overdue on convene_meeting (ended_at, ends_at);
create index convene_meeting_to_close on convene_meeting (room_closed_at, ended_at);

-- Every room a meeting has had.
create table convene_room (
  id         bigint auto_increment primary key,
  meeting_id bigint       not null,
  provider   varchar(32)  not null,
  room       varchar(255) not null,
  unique (provider, room),
  foreign key (meeting_id) references convene_meeting (id)
) character set utf8mb4 collate ${collation};
create index convene_room_of_meeting on convene_room (meeting_id);

-- One connection of one person; merged from reports in any order.
create table convene_visit (
  id            bigint auto_increment primary key,
  room_id       bigint       not null,
  connection_id varchar(128) not null,
  person        varchar(1024),
  name          varchar(255),
  joined_at     datetime(6),
  left_at       datetime(6),
  seen_at       datetime(6) not null,
  unique (room_id, connection_id),
  foreign key (room_id) references convene_room (id)
) character set utf8mb4 collate ${collation};
create index convene_visit_connection on convene_visit (connection_id);
create index convene_visit_open on convene_visit (left_at, seen_at);

-- Every report of a provider, once.
create table convene_event (
  id            bigint auto_increment primary key,
  provider      varchar(32)  not null,
  event_id      varchar(255) not null,
  room_id       bigint       not null,
  kind          varchar(32)  not null,
  connection_id varchar(128),
  person        varchar(1024),
  happened_at   datetime(6) not null,
  received_at   datetime(6) not null,
  unique (provider, event_id),
  foreign key (room_id) references convene_room (id)
) character set utf8mb4 collate ${collation};
create index convene_event_of_room on convene_event (room_id);

-- A client's Idempotency-Key, and the link of the meeting that it stands for.
create table convene_idempotency_key (
  tenant_id   varchar(128) not null,
  key_value   varchar(255) not null,
  fingerprint varchar(64)  not null,
  link        varchar(64)  not null,
  claimed_at  datetime(6) not null,
  primary key (tenant_id, key_value)
) character set utf8mb4 collate ${collation};
create index convene_idempotency_key_age on convene_idempotency_key (claimed_at);
