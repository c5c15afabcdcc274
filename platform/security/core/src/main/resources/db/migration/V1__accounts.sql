create table account (
    id varchar(36) primary key,
    name varchar(64) not null unique,
    display_name varchar(120) not null,
    password varchar(300) not null,
    locked boolean default false not null,
    created_at timestamp with time zone not null,
    password_changed_at timestamp with time zone not null
);

create table account_role (
    account_id varchar(36) not null references account (id) on delete cascade,
    role varchar(64) not null,
    primary key (account_id, role)
);

-- Only a hash of the token is kept: who reads this table cannot take a session over.
create table login_session (
    token_hash varchar(64) primary key,
    account_id varchar(36) not null references account (id) on delete cascade,
    created_at timestamp with time zone not null,
    seen_at timestamp with time zone not null
);

create index login_session_account on login_session (account_id);
