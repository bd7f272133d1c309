package dev.keyport.files;

import dev.keyport.domain.credential.CredentialId;
import dev.keyport.domain.credential.Host;
import dev.keyport.domain.error.Place;
import dev.keyport.domain.error.UsageException;
import dev.keyport.domain.moving.MoveRecord;
import dev.keyport.domain.store.StoreException;
import dev.keyport.domain.store.StoreSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A move as JDK properties: its stores by scheme and argument, its step in lower case, and each
 * credential by number.
 */
final class MoveFormat {
  private static final String VERSION = "1";

  private MoveFormat() {}

  static byte[] write(MoveRecord record) {
    Properties properties = new Properties();
    properties.setProperty("version", VERSION);
    properties.setProperty("step", record.step().name().toLowerCase(Locale.ROOT));
    write(properties, "from", record.from());
    write(properties, "to", record.to());
    properties.setProperty("count", Integer.toString(record.entries().size()));
    for (int i = 0; i < record.entries().size(); i++) {
      MoveRecord.Entry entry = record.entries().get(i);
      properties.setProperty(i + ".host", entry.id().host().toString());
      properties.setProperty(i + ".login", entry.id().login());
      properties.setProperty(i + ".was-there", Boolean.toString(entry.wasThere()));
    }
    return Noted.bytes(properties);
  }

  private static void write(Properties properties, String key, StoreSpec spec) {
    properties.setProperty(key + ".scheme", spec.scheme());
    properties.setProperty(key + ".argument", spec.argument());
  }

  /**
   * @throws StoreException.Corrupt unless the bytes are whole
   */
  static MoveRecord read(byte[] bytes, Path path) {
    try {
      Properties properties = Noted.properties(bytes);
      if (!VERSION.equals(Noted.required(properties, "version"))) {
        throw new IllegalArgumentException("it is of another version of Keyport");
      }
      List<MoveRecord.Entry> entries = new ArrayList<>();
      int count = Integer.parseInt(Noted.required(properties, "count"));
      for (int i = 0; i < count; i++) {
        entries.add(entry(properties, i));
      }
      return new MoveRecord(
          spec(properties, "from"),
          spec(properties, "to"),
          entries,
          MoveRecord.Step.valueOf(Noted.required(properties, "step").toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException | UsageException e) {
      throw new StoreException.Corrupt(
          Place.of(path),
          "this is not what Keyport noted of a move of credentials",
          "see by \"keyport credentials --store\" which store has what, then remove it");
    }
  }

  private static MoveRecord.Entry entry(Properties properties, int i) {
    return new MoveRecord.Entry(
        new CredentialId(
            Host.parse(Noted.required(properties, i + ".host")),
            Noted.required(properties, i + ".login")),
        Boolean.parseBoolean(Noted.required(properties, i + ".was-there")));
  }

  private static StoreSpec spec(Properties properties, String key) {
    return new StoreSpec(
        Noted.required(properties, key + ".scheme"), Noted.required(properties, key + ".argument"));
  }
}
