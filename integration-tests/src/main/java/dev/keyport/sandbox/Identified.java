package dev.keyport.sandbox;

import java.util.UUID;

/** Something with an id of the API's form. */
interface Identified {
  UUID id();
}
