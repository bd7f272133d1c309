package dev.keyport.domain.apps;

import java.util.Objects;

/**
 * An app of the account.
 *
 * @param id its id, a uuid
 * @param name its name
 * @param owner the e-mail address of its owner
 * @param region the name of the region it runs in
 * @param gitUrl where its code is pushed
 * @param webUrl where it answers
 */
public record App(
    String id, String name, String owner, String region, String gitUrl, String webUrl) {
  public App {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(gitUrl, "gitUrl");
    Objects.requireNonNull(webUrl, "webUrl");
  }
}
