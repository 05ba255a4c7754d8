package org.silian.file;

/** What a virus scanner has said of a file. */
public enum ScanState {
  /** It was not asked: none is configured, or Silian made the file itself. */
  NONE,
  /** The scanner was away; nobody can open the file until it has answered. */
  WAITING,
  CLEAN,
  INFECTED
}
