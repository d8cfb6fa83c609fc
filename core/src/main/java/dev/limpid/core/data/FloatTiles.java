package dev.limpid.core.data;

/**
 * Dense rows of float numbers: half the memory of double. Products are computed in double, from a copy of the columns at hand, which
 * JDK 17 makes one number at a time: there, where the cores and not the memory are the limit, double storage is faster.
 */
final class FloatTiles extends DenseRows {

    private final float[][][] tiles;

    /** Takes tiles over without copying; {@code tiles[t][j]} has as many cells as tile t has rows. */
    FloatTiles(int size, int columns, float[][][] tiles) {
        super(size, columns);
        this.tiles = tiles;
    }

    static FloatTiles of(float[][] x) {
        int columns = checkLengths(x, i -> x[i].length);
        float[][][] tiles = zeros(x.length, columns);
        for (int i = 0; i < x.length; i++) {
            float[][] tile = tiles[i >> SHIFT];
            for (int j = 0; j < columns; j++) {
                tile[j][i & MASK] = x[i][j];
            }
        }
        return new FloatTiles(x.length, columns, tiles);
    }

    /** Rounds cells to float. */
    static FloatTiles rounded(Rows x) {
        float[][][] tiles = zeros(x.size(), x.columns());
        double[] cells = new double[TILE];
        for (int t = 0; t < tiles.length; t++) {
            int start = t << SHIFT;
            for (int j = 0; j < x.columns(); j++) {
                float[] rounded = tiles[t][j];
                x.copyColumn(j, start, start + rounded.length, cells);
                for (int i = 0; i < rounded.length; i++) {
                    rounded[i] = (float) cells[i];
                }
            }
        }
        return new FloatTiles(x.size(), x.columns(), tiles);
    }

    /** Makes tiles of zeros. */
    static float[][][] zeros(int size, int columns) {
        float[][][] tiles = new float[tiles(size)][columns][];
        for (int t = 0; t < tiles.length; t++) {
            for (int j = 0; j < columns; j++) {
                tiles[t][j] = new float[rowsIn(t, size)];
            }
        }
        return tiles;
    }

    @Override
    double[][] buffers(int count) {
        return new double[count][Math.min(TILE, size)];
    }

    @Override
    double[] column(int tile, int column, double[] buffer) {
        float[] cells = tiles[tile][column];
        for (int i = 0; i < cells.length; i++) {
            buffer[i] = cells[i];
        }
        return buffer;
    }

    @Override
    public double get(int row, int column) {
        return tiles[row >> SHIFT][column][row & MASK];
    }

    @Override
    public void add(int row, double a, double[] out) {
        float[][] x = tiles[row >> SHIFT];
        for (int j = 0; j < columns; j++) {
            out[j] += a * x[j][row & MASK];
        }
    }

    @Override
    public Rows select(int... rows) {
        checkPositions(rows, size);
        float[][][] picked = zeros(rows.length, columns);
        for (int i = 0; i < rows.length; i++) { // row by row: the columns of a tile lie beside one another
            float[][] from = tiles[rows[i] >> SHIFT];
            int cell = rows[i] & MASK;
            float[][] to = picked[i >> SHIFT];
            for (int j = 0; j < columns; j++) {
                to[j][i & MASK] = from[j][cell];
            }
        }
        return new FloatTiles(rows.length, columns, picked);
    }
}
