package io.shopkeeper.platform.boundary;

/** What a setting's value is. */
public enum SettingType {
  /** One line. */
  TEXT,
  /** Several lines. */
  LONG_TEXT,
  /** A whole number. */
  INTEGER,
  /** {@code true} or {@code false}. */
  SWITCH,
  /** One of a few words. */
  CHOICE,
  /** A time zone, such as {@code Asia/Shanghai}. */
  TIME_ZONE,
  /** A currency by ISO 4217, such as {@code EUR}. */
  CURRENCY
}
