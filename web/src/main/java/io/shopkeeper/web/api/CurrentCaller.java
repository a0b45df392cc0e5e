package io.shopkeeper.web.api;

import io.shopkeeper.platform.boundary.Caller;
import io.shopkeeper.platform.boundary.KeyKind;
import io.shopkeeper.platform.boundary.Right;
import io.shopkeeper.platform.boundary.Visitor;
import jakarta.enterprise.context.RequestScoped;

/** Who calls, as the key filter found it; for the time of one request. */
@RequestScoped
public class CurrentCaller {

  private Caller caller;
  private Visitor visitor;

  void set(Caller found) {
    caller = found;
  }

  void set(Visitor found) {
    visitor = found;
  }

  /** Whether the call comes from a page, where anybody can read the key. */
  public boolean isPage() {
    return caller != null && caller.kind() == KeyKind.PUBLIC;
  }

  /** Whether a person who is signed in to the console calls. */
  public boolean isPerson() {
    return visitor != null;
  }

  /** Whether who calls has a right; a key of the shop's server has what its scope lets it do. */
  public boolean may(Right right) {
    return visitor == null || visitor.may(right);
  }

  /** For the record of acts. */
  public String name() {
    return visitor == null ? "key " + caller.name() : visitor.username();
  }
}
