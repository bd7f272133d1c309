package dev.keyport.files;

import dev.keyport.domain.settings.Machine;
import dev.keyport.domain.settings.SettingsEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Edits the file that {@link PropertiesSettings} reads: under a lock, and replaced whole, 0600. A
 * symbolic link stays, and what it stands for is edited.
 */
public final class FileSettingsEditor implements SettingsEditor {
  private final Path file;
  private final DurableFile durable;

  /**
   * @param machine whose environment, configuration and state folders are asked
   * @param timeout how long to wait for another that edits it
   * @throws dev.keyport.domain.error.UsageException when {@code KEYPORT_CONFIG} is no path
   */
  public FileSettingsEditor(Machine machine, Duration timeout) {
    this.file = SettingsFile.of(machine);
    // That others may read the file is no harm: there is no secret in it.
    this.durable = new DurableFile(file, machine::stateFolder, timeout, notice -> {});
  }

  @Override
  public Map<String, String> apply(List<Change> changes) {
    // First, so that a file which must not be believed is told as such, before any lock.
    Optional<FileContent> content = SettingsFile.reading(file, durable::read);
    content.ifPresent(read -> SettingsFile.parse(file, read.bytes()));
    if (content.isEmpty() && changes.stream().noneMatch(change -> change.value().isPresent())) {
      return Map.of();
    }
    createFolder();
    Map<String, String> before = new LinkedHashMap<>();
    durable.update(bytes -> edited(bytes, changes, before));
    return before;
  }

  private void createFolder() {
    Path folder = Objects.requireNonNull(file.getParent(), "an absolute file has a folder");
    if (Files.isSymbolicLink(file)) {
      return;
    }
    try {
      PrivateFiles.createFolder(folder);
    } catch (IOException e) {
      throw Failures.writing(file, e);
    }
  }

  private byte[] edited(byte[] bytes, List<Change> changes, Map<String, String> before) {
    before.clear();
    PropertiesText text = SettingsFile.parse(file, bytes);
    for (Change change : changes) {
      text.value(change.key()).ifPresent(value -> before.put(change.key(), value.strip()));
      text =
          change.value().isPresent()
              ? text.with(change.key(), change.value().get())
              : text.without(change.key());
    }
    return text.text().getBytes(StandardCharsets.UTF_8);
  }
}
