package org.silian.tenancy;

/** Somebody asked for the database outside any district: a mistake of the program. */
public final class NoDistrict extends IllegalStateException {

  NoDistrict() {
    super("No district is bound to this thread");
  }
}
