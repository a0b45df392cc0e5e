package io.shopkeeper.platform.boundary;

import jakarta.enterprise.context.RequestScoped;

/** Where the present request comes from; doors set it, the audit trail reads it. */
@RequestScoped
public class RequestSource {

  private static final int LONGEST = 64;

  private AuditSource source = AuditSource.SERVER;
  private String address = "";

  /** Set by the door through which the request came. */
  public void set(AuditSource door, String callerAddress) {
    source = door;
    address =
        callerAddress.length() <= LONGEST ? callerAddress : callerAddress.substring(0, LONGEST);
  }

  public AuditSource source() {
    return source;
  }

  public String address() {
    return address;
  }
}
