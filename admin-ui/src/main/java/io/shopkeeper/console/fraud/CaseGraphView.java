package io.shopkeeper.console.fraud;

import io.shopkeeper.console.frame.Words;
import io.shopkeeper.console.shop.Links;
import io.shopkeeper.fraud.boundary.cases.LinkGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph of links as a picture in three columns: customers, what they paid from and have sent to,
 * and cards. Within a column what is near the case comes first, then what its neighbours stand
 * beside. A column with nothing in it takes no place.
 */
public final class CaseGraphView {

  private static final int ROW = 30;
  private static final int TOP = 24;
  private static final int[] COLUMNS = {20, 330, 640};
  private static final int LABEL = 290;
  private static final double LETTER = 6.7;
  private static final double SIGN = 12.2;

  private final LinkGraph graph;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final int[] places = new int[COLUMNS.length];
  private int height = TOP;

  /**
   * A drawn node.
   *
   * @param place among the nodes
   * @param tone {@code own} for what the case has itself, {@code bad} for known fraud, else {@code
   *     other}
   * @param text all that there is to say of it
   * @param linked what it is linked with, in words
   * @param url where it leads: the customer, or its line in the table
   */
  public record Node(
      int place,
      int x,
      int y,
      boolean round,
      String tone,
      String kind,
      String label,
      LinkGraph.Node its,
      String amount,
      String text,
      String linked,
      String url) {}

  /** A drawn edge. */
  public record Edge(int from, int to, int x1, int y1, int x2, int y2, String width) {}

  CaseGraphView(LinkGraph graph, CaseLook look, Words words) {
    this.graph = graph;
    Map<Integer, Integer> rows = new HashMap<>();
    int left = 0;
    for (int column = 0; column < COLUMNS.length; column++) {
      List<Integer> order = order(column, rows);
      places[column] = COLUMNS[order.isEmpty() ? left : left++];
      for (int row = 0; row < order.size(); row++) {
        rows.put(order.get(row), row);
      }
      height = Math.max(height, TOP + ROW * order.size());
    }
    for (int place = 0; place < graph.nodes().size(); place++) {
      nodes.add(draw(place, rows.get(place), look, words));
    }
    for (LinkGraph.Edge edge : graph.edges()) {
      Node from = nodes.get(edge.from());
      Node to = nodes.get(edge.to());
      edges.add(
          new Edge(
              edge.from(),
              edge.to(),
              end(from, words),
              from.y(),
              to.x() - 10,
              to.y(),
              edge.payments() > 9 ? "3" : edge.payments() > 1 ? "2" : "1"));
    }
  }

  /** Where a node's words end, about. */
  private static int end(Node node, Words words) {
    String text = node.kind() + " " + node.label();
    if (node.its().bad() > 0) {
      text += " · " + words.format("case.graph.bad", node.its().bad());
    }
    double width = text.chars().mapToDouble(sign -> sign < 0x2E80 ? LETTER : SIGN).sum();
    return node.x() + Math.min(LABEL, 20 + (int) width);
  }

  private static int column(String kind) {
    return switch (kind) {
      case "customer" -> 0;
      case "card" -> 2;
      default -> 1;
    };
  }

  private List<Integer> order(int column, Map<Integer, Integer> rows) {
    List<Integer> places = new ArrayList<>();
    for (int place = 0; place < graph.nodes().size(); place++) {
      if (column(graph.nodes().get(place).kind()) == column) {
        places.add(place);
      }
    }
    places.sort(
        Comparator.<Integer>comparingDouble(place -> beside(place, rows))
            .thenComparing(place -> graph.nodes().get(place).distance())
            .thenComparing(Comparator.naturalOrder()));
    return places;
  }

  /** Where, on average, those stand that a node is linked with and that have their rows. */
  private double beside(int place, Map<Integer, Integer> rows) {
    return graph.edges().stream()
        .filter(edge -> edge.from() == place || edge.to() == place)
        .map(edge -> rows.get(edge.from() == place ? edge.to() : edge.from()))
        .filter(row -> row != null)
        .mapToInt(Integer::intValue)
        .average()
        .orElse(graph.nodes().get(place).distance());
  }

  private Node draw(int place, int row, CaseLook look, Words words) {
    LinkGraph.Node its = graph.nodes().get(place);
    String kind = words.of("linkKind", its.kind());
    String label = look.brief(its.kind(), its.value());
    return new Node(
        place,
        places[column(its.kind())],
        TOP + ROW * row,
        its.kind().equals("customer"),
        its.bad() > 0 ? "bad" : its.distance() == 0 ? "own" : "other",
        kind,
        label,
        its,
        its.amount().toPlainString(),
        words.format("case.graph.node", kind, label, its.payments(), its.bad()),
        String.join(", ", linked(place, look)),
        its.kind().equals("customer") ? Links.url("customer", its.value()) : "#node-" + place);
  }

  private Set<String> linked(int place, CaseLook look) {
    Set<String> names = new LinkedHashSet<>();
    for (LinkGraph.Edge edge : graph.edges()) {
      int other = edge.from() == place ? edge.to() : edge.to() == place ? edge.from() : -1;
      if (other >= 0) {
        LinkGraph.Node node = graph.nodes().get(other);
        names.add(look.brief(node.kind(), node.value()));
      }
    }
    return names;
  }

  public List<Node> getNodes() {
    return nodes;
  }

  public List<Edge> getEdges() {
    return edges;
  }

  /** Of the picture; its width is 900. */
  public int getHeight() {
    return height;
  }

  /** How many more there are than are drawn. */
  public int getLeft() {
    return graph.left();
  }
}
