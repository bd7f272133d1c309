package dev.keyport.sandbox;

import java.net.URI;
import java.util.UUID;

/**
 * A browser login that waits for a person.
 *
 * @param id its id
 * @param description what the command calls itself
 * @param page the address of the page that a person finishes it on
 * @param awaited whether the command has asked for the outcome so far
 */
public record PendingLogin(UUID id, String description, URI page, boolean awaited) {
  PendingLogin at(URI service) {
    return new PendingLogin(id, description, URI.create(service + page.toString()), awaited);
  }
}
