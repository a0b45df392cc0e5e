package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.KeyKind;
import jakarta.enterprise.context.RequestScoped;

/** Who calls, as the key filter found it; for the time of one request. */
@RequestScoped
public class CurrentCaller {

  private Caller caller;

  void set(Caller found) {
    caller = found;
  }

  /** Whether the call comes from a page, where anybody can read the key. */
  public boolean isPage() {
    return caller.kind() == KeyKind.PUBLIC;
  }

  /** For the record of acts. */
  public String name() {
    return "key " + caller.name();
  }
}
