package io.shopkeeper.recommendation.model;

import io.shopkeeper.ml.family.RankingAlgorithms;
import io.shopkeeper.ml.neighbour.ItemNeighbourModel;
import io.shopkeeper.ml.neighbour.ItemNeighbours;
import io.shopkeeper.ml.popularity.PopularityModel;
import io.shopkeeper.ml.ranking.RankingAlgorithm;
import io.shopkeeper.ml.ranking.RankingModel;
import io.shopkeeper.ml.session.SessionNeighbours;
import java.io.BufferedInputStream;
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
 * popularity, the neighbours by purchase, a flag before the personal part, which a popularity model
 * lacks, and a flag before the neighbours by session. Format 2 had no such neighbours; in format 1
 * the personal part was the neighbours by interaction, since then it is the name of an algorithm
 * and a model as that stores it.
 */
public final class RecommendationModel {

  /** Version of the stored format. */
  public static final int FORMAT = 3;

  private static final int NEIGHBOURS_ONLY = 1;
  private static final int WITH_SESSIONS = 3;
  private static final int MAGIC = 0x534B524D;

  private final List<String> productIds;
  private final Map<String, Integer> indices;
  private final PopularityModel popularity;
  private final ItemNeighbourModel boughtTogether;
  private final Personal personal;
  private final RankingModel sessions;

  /**
   * The part that ranks for a visitor.
   *
   * @param algorithm its name in the list of all
   */
  public record Personal(String algorithm, RankingModel ranking) {}

  /**
   * Puts the parts together.
   *
   * @param productIds of the dense items
   * @param personal null for a model of popularity alone
   */
  public RecommendationModel(
      List<String> productIds,
      PopularityModel popularity,
      ItemNeighbourModel boughtTogether,
      Personal personal) {
    this(productIds, popularity, boughtTogether, personal, null);
  }

  private RecommendationModel(
      List<String> productIds,
      PopularityModel popularity,
      ItemNeighbourModel boughtTogether,
      Personal personal,
      RankingModel sessions) {
    this.productIds = List.copyOf(productIds);
    this.popularity = popularity;
    this.boughtTogether = boughtTogether;
    this.personal = personal;
    this.sessions = sessions;
    this.indices = HashMap.newHashMap(productIds.size());
    for (int item = 0; item < productIds.size(); item++) {
      indices.put(productIds.get(item), item);
    }
  }

  /** The same, with neighbours by session, as {@link SessionNeighbours} trains them. */
  public RecommendationModel withSessions(RankingModel neighbours) {
    return new RecommendationModel(productIds, popularity, boughtTogether, personal, neighbours);
  }

  /** How many items it knows: 0 to this, exclusive. */
  public int items() {
    return productIds.size();
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

  /** Ranks for a visitor; absent in a model of popularity alone. */
  public Optional<RankingModel> ranking() {
    return Optional.ofNullable(personal).map(Personal::ranking);
  }

  /** Ranks for a running session; absent in a model that was trained without. */
  public Optional<RankingModel> sessions() {
    return Optional.ofNullable(sessions);
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
      out.writeBoolean(personal != null);
      if (personal != null) {
        out.writeUTF(personal.algorithm());
        personal.ranking().write(out);
      }
      out.writeBoolean(sessions != null);
      if (sessions != null) {
        sessions.write(out);
      }
    }
    return bytes.toByteArray();
  }

  /**
   * From the stored form.
   *
   * @throws IOException if the bytes are not such a model, are of another format, or of an
   *     algorithm that is not known here
   */
  public static RecommendationModel read(byte[] artefact) throws IOException {
    try (var in =
        new DataInputStream(new BufferedInputStream(new ByteArrayInputStream(artefact)))) {
      if (in.readInt() != MAGIC) {
        throw new IOException("not a recommendation model");
      }
      int format = in.readInt();
      if (format < NEIGHBOURS_ONLY || format > FORMAT) {
        throw new IOException(
            "format %d is not known, only %d to %d".formatted(format, NEIGHBOURS_ONLY, FORMAT));
      }
      List<String> ids = ids(in, artefact.length);
      PopularityModel popularity = PopularityModel.read(in);
      ItemNeighbourModel together = ItemNeighbourModel.read(in);
      Personal personal =
          !in.readBoolean() ? null : format == NEIGHBOURS_ONLY ? neighbours(in) : personal(in);
      RankingModel sessions =
          format >= WITH_SESSIONS && in.readBoolean() ? new SessionNeighbours().read(in) : null;
      return checked(new RecommendationModel(ids, popularity, together, personal, sessions));
    }
  }

  private static List<String> ids(DataInputStream in, int most) throws IOException {
    int items = in.readInt();
    var ids = new ArrayList<String>(Math.clamp(items, 0, most));
    for (int item = 0; item < items; item++) {
      ids.add(in.readUTF());
    }
    return ids;
  }

  private static Personal neighbours(DataInputStream in) throws IOException {
    ItemNeighbours algorithm = ItemNeighbours.cosine();
    return new Personal(algorithm.name(), algorithm.ranking(ItemNeighbourModel.read(in)));
  }

  private static Personal personal(DataInputStream in) throws IOException {
    String name = in.readUTF();
    RankingAlgorithm<?> algorithm =
        RankingAlgorithms.find(name)
            .orElseThrow(() -> new IOException("the algorithm " + name + " is not known here"));
    return new Personal(name, algorithm.read(in));
  }

  private static RecommendationModel checked(RecommendationModel model) throws IOException {
    int items = model.productIds.size();
    int ranked = model.ranking().map(RankingModel::items).orElse(items);
    int ofSessions = model.sessions().map(RankingModel::items).orElse(items);
    if (ranked > items
        || ofSessions > items
        || model.popularity.items() > items
        || model.boughtTogether.items() > items) {
      throw new IOException("damaged: more items than the %,d products".formatted(items));
    }
    return model;
  }
}
