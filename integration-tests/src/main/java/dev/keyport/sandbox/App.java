package dev.keyport.sandbox;

import java.time.Instant;
import java.util.UUID;

/**
 * An app.
 *
 * @param id its id
 * @param name its name, unique among all
 * @param owner the id of the account that has it
 * @param secondFactor whether every use asks for a second factor
 * @param createdAt when it was made
 */
record App(UUID id, String name, UUID owner, boolean secondFactor, Instant createdAt)
    implements Identified {}
