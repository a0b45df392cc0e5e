package io.shopkeeper.platform.boundary;

/** Through which door an act came. */
public enum AuditSource {
  /** A person in the console. */
  CONSOLE,
  /** A key of the REST interface. */
  INTERFACE,
  /** The server by itself: start-up, jobs. */
  SERVER
}
