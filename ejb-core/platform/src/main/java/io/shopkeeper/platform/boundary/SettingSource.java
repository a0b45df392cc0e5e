package io.shopkeeper.platform.boundary;

/** Where a setting's value comes from. */
public enum SettingSource {
  /** Nobody has changed it. */
  DEFAULT,
  /** Somebody of the shop has set it. */
  SHOP,
  /** The server's environment sets it; it cannot be changed from inside. */
  ENVIRONMENT
}
