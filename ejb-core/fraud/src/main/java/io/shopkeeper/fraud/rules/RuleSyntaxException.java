package io.shopkeeper.fraud.rules;

/** A text is no rule. */
public final class RuleSyntaxException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient RuleFault fault;

  RuleSyntaxException(RuleFault fault) {
    super(fault.kind() + " at " + fault.from());
    this.fault = fault;
  }

  /** Where and why. */
  public RuleFault fault() {
    return fault;
  }
}
