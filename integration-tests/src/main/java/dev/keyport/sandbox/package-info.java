/**
 * A stateful mock of the Heroku API and its git host, on loopback: as a class for tests ({@link
 * dev.keyport.sandbox.Sandbox}) and as a process ({@link dev.keyport.sandbox.SandboxMain}).
 *
 * <p>What it answers follows Heroku's published platform-api schema and what Heroku's own CLI sends
 * and expects. Where neither says what happens, the decision and its reason are in {@link
 * dev.keyport.sandbox.Choices}.
 */
@NullMarked
package dev.keyport.sandbox;

import org.jspecify.annotations.NullMarked;
