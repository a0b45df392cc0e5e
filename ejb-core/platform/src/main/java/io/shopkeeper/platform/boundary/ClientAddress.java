package io.shopkeeper.platform.boundary;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The address of whoever sent a request. */
public final class ClientAddress {

  private ClientAddress() {}

  /**
   * The peer's address; behind a proxy on this machine, the one that the proxy saw. Only the last
   * entry of the header is believed, for the proxy wrote it; anybody can write the others.
   *
   * @param peer who is at the other end of the connection
   * @param forwardedFor the header {@code X-Forwarded-For}; null if there is none
   */
  public static String of(String peer, String forwardedFor) {
    if (forwardedFor == null || forwardedFor.isBlank() || !isThisMachine(peer)) {
      return peer;
    }
    String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
    return last.matches("[0-9A-Fa-f.:]{2,45}") ? last : peer;
  }

  private static boolean isThisMachine(String peer) {
    // Only literal addresses: a name would be looked up.
    if (!peer.matches("[0-9A-Fa-f.:%]+")) {
      return false;
    }
    try {
      return InetAddress.getByName(peer).isLoopbackAddress();
    } catch (UnknownHostException unreadable) {
      return false;
    }
  }
}
