package io.shopkeeper.platform.boundary;

import io.shopkeeper.platform.entity.Setting;
import io.shopkeeper.platform.settings.SettingStore;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Named values that the shop keeps. */
@Stateless
public class Settings {

  @Inject private SettingStore store;

  /** The value, if one was ever put. */
  public Optional<String> find(String name) {
    return store.find(name).map(Setting::value);
  }

  /**
   * Keeps a value.
   *
   * @param name at most 120 characters
   * @param value at most 4,000 characters
   */
  public void put(String name, String value) {
    store.put(name, value);
  }
}
