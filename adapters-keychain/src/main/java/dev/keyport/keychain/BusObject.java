package dev.keyport.keychain;

/**
 * An object on the bus, seen through one of its interfaces.
 *
 * @param service the bus name that owns it
 * @param path its object path
 * @param type its interface
 */
record BusObject(String service, String path, String type) {
  /** The same object seen through another interface. */
  BusObject as(String otherType) {
    return new BusObject(service, path, otherType);
  }
}
