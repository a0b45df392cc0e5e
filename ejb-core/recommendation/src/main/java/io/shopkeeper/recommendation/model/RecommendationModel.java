package io.shopkeeper.recommendation.model;

import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.popularity.PopularityModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that serving needs. Immutable and safe for use by several threads.
 *
 * <p>Stored as: magic {@code SKRM}, format version, number of products, their ids as UTF, the
 * popularity, the neighbours by purchase, and a flag before the neighbours by interaction, which a
 * popularity model lacks.
 */
public final class RecommendationModel {

  /** Version of the stored format. */
  public static final int FORMAT = 1;

  private static final int MAGIC = 0x534B524D;

  private final List<String> productIds;
  private final Map<String, Integer> indices;
  private final PopularityModel popularity;
  private final ItemNeighbourModel boughtTogether;
  private final ItemNeighbourModel neighbours;

  /**
   * Puts the parts together.
   *
   * @param productIds of the dense items
   * @param neighbours null for a model of popularity alone
   */
  public RecommendationModel(
      List<String> productIds,
      PopularityModel popularity,
      ItemNeighbourModel boughtTogether,
      ItemNeighbourModel neighbours) {
    this.productIds = List.copyOf(productIds);
    this.popularity = popularity;
    this.boughtTogether = boughtTogether;
    this.neighbours = neighbours;
    this.indices = HashMap.newHashMap(productIds.size());
    for (int item = 0; item < productIds.size(); item++) {
      indices.put(productIds.get(item), item);
    }
  }

  /** The product of an item. */
  public String productId(int item) {
    return productIds.get(item);
  }

  /** The item of a product; -1 if the model does not know it. */
  public int indexOf(String productId) {
    return indices.getOrDefault(productId, -1);
  }

  /** How much each item is liked, as of the training. */
  public PopularityModel popularity() {
    return popularity;
  }

  /** Who is bought with whom. */
  public ItemNeighbourModel boughtTogether() {
    return boughtTogether;
  }

  /** Who is liked by the same people; absent in a model of popularity alone. */
  public Optional<ItemNeighbourModel> neighbours() {
    return Optional.ofNullable(neighbours);
  }

  /** The stored form. */
  public byte[] write() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(FORMAT);
      out.writeInt(productIds.size());
      for (String id : productIds) {
        out.writeUTF(id);
      }
      popularity.write(out);
      boughtTogether.write(out);
      out.writeBoolean(neighbours != null);
      if (neighbours != null) {
        neighbours.write(out);
      }
    }
    return bytes.toByteArray();
  }

  /**
   * From the stored form.
   *
   * @throws IOException if the bytes are not such a model, or of another format
   */
  public static RecommendationModel read(byte[] artefact) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(artefact))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a recommendation model");
      }
      int format = in.readInt();
      if (format != FORMAT) {
        throw new IOException("format " + format + " is not known, only " + FORMAT);
      }
      int items = in.readInt();
      var ids = new ArrayList<String>(Math.clamp(items, 0, artefact.length));
      for (int item = 0; item < items; item++) {
        ids.add(in.readUTF());
      }
      PopularityModel popularity = PopularityModel.read(in);
      ItemNeighbourModel together = ItemNeighbourModel.read(in);
      ItemNeighbourModel neighbours = in.readBoolean() ? ItemNeighbourModel.read(in) : null;
      return new RecommendationModel(ids, popularity, together, neighbours);
    }
  }
}
