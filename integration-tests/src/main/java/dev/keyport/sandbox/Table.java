package dev.keyport.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Objects by id, in the order they were added. Guarded by the lock of the {@link State}. */
final class Table<T extends Identified> {
  private final Map<UUID, T> rows = new LinkedHashMap<>();

  /** Adds the object, or puts it in the place of the one with its id. */
  T put(T row) {
    rows.put(row.id(), row);
    return row;
  }

  void remove(T row) {
    rows.remove(row.id());
  }

  Optional<T> find(UUID id) {
    return Optional.ofNullable(rows.get(id));
  }

  /** Finds by an id as a client wrote it, which may be no id at all. */
  Optional<T> find(String id) {
    return stream().filter(row -> row.id().toString().equals(id)).findFirst();
  }

  /** A snapshot: the table may be changed while it is read. */
  Stream<T> stream() {
    return List.copyOf(rows.values()).stream();
  }
}
