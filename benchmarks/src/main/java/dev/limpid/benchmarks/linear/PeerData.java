package dev.limpid.benchmarks.linear;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Data of a harness that other languages read too, little-endian: {@code NAME.mat} (int32 n and d, n·d float32 by rows),
 * {@code NAME.lab} (int32 n, n float32), {@code NAME.csr} (int32 n and d, int64 nnz, int64[n + 1] starts, int32[nnz] columns,
 * float32[nnz] values), and {@code ref.txt} with lines {@code key=value}, the least objectives.
 */
public final class PeerData {

    private final Path folder;

    /**
     * Names the folder.
     *
     * @param folder where the files are
     */
    public PeerData(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads a dense set.
     *
     * @param name of the files, without ending
     * @return the set
     * @throws IOException if they can't be read
     */
    public DenseSet dense(String name) throws IOException {
        ByteBuffer file = map(name + ".mat");
        int n = file.getInt();
        int d = file.getInt();
        float[] x = new float[n * d];
        file.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(x);
        return new DenseSet(n, d, x, labels(name));
    }

    /**
     * Reads a sparse set.
     *
     * @param name of the files, without ending
     * @return the set
     * @throws IOException if they can't be read
     */
    public SparseSet sparse(String name) throws IOException {
        ByteBuffer file = map(name + ".csr");
        int n = file.getInt();
        int d = file.getInt();
        int cells = (int) file.getLong();
        int[] starts = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            starts[i] = (int) file.getLong();
        }
        int[] indices = new int[cells];
        float[] values = new float[cells];
        file.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(indices);
        file.position(file.position() + Integer.BYTES * cells);
        file.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new SparseSet(n, d, starts, indices, values, labels(name));
    }

    private float[] labels(String name) throws IOException {
        ByteBuffer file = map(name + ".lab");
        float[] y = new float[file.getInt()];
        file.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(y);
        return y;
    }

    private ByteBuffer map(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(name), StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /**
     * Reads the least objective of a problem.
     *
     * @param key its name
     * @return the number; empty if it isn't there
     * @throws IOException if the file can't be read
     */
    public OptionalDouble reference(String key) throws IOException {
        Path file = folder.resolve("ref.txt");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        return lines.stream()
                .filter(line -> line.startsWith(key + "="))
                .mapToDouble(line -> Double.parseDouble(line.substring(key.length() + 1)))
                .findFirst();
    }
}
