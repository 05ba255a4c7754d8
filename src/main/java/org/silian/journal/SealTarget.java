package org.silian.journal;

/** Where the day's seal goes outside the database. */
public enum SealTarget {
  FOLDER,
  MAIL,
  WEBHOOK
}
