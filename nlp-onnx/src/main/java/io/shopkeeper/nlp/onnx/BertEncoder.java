package io.shopkeeper.nlp.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shopkeeper.nlp.meaning.SentenceEncoder;
import io.shopkeeper.nlp.text.TextLanguage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Sentence vectors of a BERT model: what it makes of the mark at the begin of the text, at length 1
 * (S. Xiao and others: C-Pack: Packed Resources For General Chinese Embeddings, 2023). Loads its
 * model when it is asked the first time. Safe for several threads.
 */
public abstract class BertEncoder implements SentenceEncoder {

  private static final int MOST_PIECES = 128;

  private final TextLanguage language;
  private final String name;
  private final int dimensions;
  private Loaded loaded;

  /**
   * @param name of the files beside the class path's root: {@code NAME.onnx} and {@code
   *     NAME-tokenizer.json}
   */
  BertEncoder(TextLanguage language, String name, int dimensions) {
    this.language = language;
    this.name = name;
    this.dimensions = dimensions;
  }

  private record Loaded(WordPiece pieces, OrtSession session) {}

  @Override
  public final TextLanguage language() {
    return language;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final int dimensions() {
    return dimensions;
  }

  @Override
  public final float[] encode(String text) {
    Loaded model = loaded();
    long[] numbers = model.pieces().numbers(text, MOST_PIECES);
    long[] ones = new long[numbers.length];
    Arrays.fill(ones, 1);
    long[] shape = {1, numbers.length};
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
        OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
        OrtSession.Result result =
            model
                .session()
                .run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      float[] vector = new float[dimensions];
      ((OnnxTensor) result.get(0)).getFloatBuffer().get(vector);
      return unit(vector);
    } catch (OrtException failed) {
      throw new IllegalStateException(name + " did not run: " + failed.getMessage(), failed);
    }
  }

  private static float[] unit(float[] vector) {
    double square = 0;
    for (float value : vector) {
      square += (double) value * value;
    }
    float scale = (float) (1 / Math.sqrt(square));
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= scale;
    }
    return vector;
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      try (InputStream model = file(name + ".onnx");
          InputStream tokenizer = file(name + "-tokenizer.json");
          var options = new OrtSession.SessionOptions()) {
        // Texts run side by side; within one there is too little to share.
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        Map<String, Integer> vocabulary = new HashMap<>();
        JsonNode pieces = new ObjectMapper().readTree(tokenizer).at("/model/vocab");
        pieces
            .properties()
            .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        OrtSession session =
            OrtEnvironment.getEnvironment().createSession(model.readAllBytes(), options);
        loaded = new Loaded(new WordPiece(vocabulary), session);
      } catch (IOException problem) {
        throw new UncheckedIOException("cannot read " + name, problem);
      } catch (OrtException failed) {
        throw new IllegalStateException(name + " cannot be loaded: " + failed.getMessage(), failed);
      }
    }
    return loaded;
  }

  private static InputStream file(String file) throws IOException {
    InputStream in = BertEncoder.class.getResourceAsStream("/" + file);
    if (in == null) {
      throw new IOException("there is no file " + file + " on the class path");
    }
    return in;
  }
}
