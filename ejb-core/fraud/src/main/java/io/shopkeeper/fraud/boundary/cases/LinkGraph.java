package io.shopkeeper.fraud.boundary.cases;

import java.math.BigDecimal;
import java.util.List;

/**
 * Who is linked to whom by what payments share.
 *
 * @param nodes those of the case first, then by distance
 * @param edges between places in {@code nodes}
 * @param left how many more there are beyond the bound; 0 if all are here
 */
public record LinkGraph(List<Node> nodes, List<Edge> edges, int left) {

  public LinkGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * A customer, or something that payments share.
   *
   * @param kind {@code customer, device, email, address} or {@code card}
   * @param value an id, or a fingerprint
   * @param distance 0 for what payments of the case have themselves
   * @param payments how many of the latest 180 days have it
   * @param amount of these, in the currency of the case's main payment
   * @param bad how many of them are known as fraud
   */
  public record Node(
      String kind, String value, int distance, int payments, BigDecimal amount, int bad) {}

  /** That payments have both; {@code from} stands more to the left. */
  public record Edge(int from, int to, int payments) {}
}
