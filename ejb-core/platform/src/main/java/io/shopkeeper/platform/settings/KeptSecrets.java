package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.entity.Setting;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** What the shop makes for itself once and keeps, such as the key that signs identity tokens. */
@Dependent
public class KeptSecrets {

  @Inject private SettingStore store;

  /** The secret of this name; made when first asked for. */
  public String get(String name, Supplier<String> maker) {
    return store
        .find(name)
        .map(Setting::value)
        .orElseGet(
            () -> {
              String made = maker.get();
              store.put(name, made);
              return made;
            });
  }
}
