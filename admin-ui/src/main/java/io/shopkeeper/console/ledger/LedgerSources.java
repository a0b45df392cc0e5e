package io.shopkeeper.console.ledger;

import io.shopkeeper.platform.boundary.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Finds lists by their names. */
@RequestScoped
public class LedgerSources {

  @Inject @Any private Instance<LedgerSource<?>> all;

  /**
   * The list of a name.
   *
   * @throws NotFoundException if there is none
   */
  public LedgerSource<?> get(String name) {
    for (LedgerSource<?> source : all) {
      if (source.name().equals(name)) {
        return source;
      }
    }
    throw new NotFoundException("list", name);
  }
}
