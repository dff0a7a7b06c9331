create table users (
    username varchar(50) primary key,
    password varchar(500) not null,
    enabled boolean not null
);

create table authorities (
    username varchar(50) not null references users (username),
    authority varchar(50) not null
);

create table appointment (
    id bigint generated always as identity primary key,
    doctor varchar(50) not null references users (username),
    patient varchar(200) not null,
    at_time timestamp with time zone not null,
    link varchar(64) not null unique,
    ended_at timestamp with time zone
);

-- for the example: a real clinic keeps hashes
insert into users values ('house', '{noop}vicodin', true), ('grey', '{noop}seattle', true);
insert into authorities values ('house', 'ROLE_DOCTOR'), ('grey', 'ROLE_DOCTOR');
