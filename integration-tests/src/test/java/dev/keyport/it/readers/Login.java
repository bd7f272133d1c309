package dev.keyport.it.readers;

/** What a program takes from a netrc for a host. All of these are test values. */
record Login(String login, String password) {}
