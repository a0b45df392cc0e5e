package io.shopkeeper.platform.settings;

import io.shopkeeper.platform.entity.Setting;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads past the caller's transaction: what is kept in memory was committed. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CommittedSettings {

  @Inject private SettingStore store;

  /** All values by name. */
  public Map<String, String> values() {
    return store.all().stream()
        .collect(Collectors.toUnmodifiableMap(Setting::name, Setting::value));
  }
}
