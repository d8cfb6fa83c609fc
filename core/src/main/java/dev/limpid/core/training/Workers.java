package dev.limpid.core.training;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a run: a fixed number of its own, or the user's executor; never the common pool.
 *
 * <p>The thread that asks takes part in the work, so a crowded executor slows a run down but can't block it. What is
 * computed doesn't depend on the number of threads, as long as the tasks don't depend on one another.
 *
 * @since 0.1.0
 */
public final class Workers implements AutoCloseable {

    private static final Workers SERIAL = new Workers(null, 1, false);
    private static final long IDLE_SECONDS = 5;

    private final @Nullable ExecutorService executor;
    private final int parallelism;
    private final boolean owned;

    private Workers(@Nullable ExecutorService executor, int parallelism, boolean owned) {
        this.executor = executor;
        this.parallelism = parallelism;
        this.owned = owned;
    }

    /**
     * Works on the calling thread alone.
     *
     * @return workers without threads of their own
     */
    public static Workers serial() {
        return SERIAL;
    }

    /**
     * Works on a fixed number of threads, the calling one among them. The others are daemons, start with the first work,
     * and end when they had none for some seconds, so that a forgotten {@link #close} leaves nothing behind.
     *
     * @param threads number of threads ≥ 1
     * @return the workers
     * @throws IllegalArgumentException if threads &lt; 1
     */
    public static Workers of(int threads) {
        require(threads, "threads");
        if (threads == 1) {
            return SERIAL;
        }
        AtomicInteger started = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                threads - 1, threads - 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "limpid-worker-" + started.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return new Workers(pool, threads, true);
    }

    /**
     * Works on the user's executor and the calling thread.
     *
     * @param executor lends its threads; stays open
     * @param parallelism how many threads work at most, the calling one among them, ≥ 1
     * @return the workers
     * @throws IllegalArgumentException if parallelism &lt; 1
     */
    public static Workers on(ExecutorService executor, int parallelism) {
        require(parallelism, "parallelism");
        return new Workers(java.util.Objects.requireNonNull(executor, "executor"), parallelism, false);
    }

    private static void require(int number, String name) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " must be >= 1, but was " + number);
        }
    }

    /**
     * Returns how many threads work at most.
     *
     * @return the number ≥ 1, the calling thread among them
     */
    public int parallelism() {
        return parallelism;
    }

    /**
     * Makes tasks 0 … tasks − 1 and waits for them. Tasks are begun in their order.
     *
     * <p>If tasks throw, the exception of the first of them (by number) is thrown here, as it is; later tasks are left out.
     * A thread that is interrupted meanwhile finishes the tasks and stays interrupted, so that the loop around it can stop.
     *
     * @param tasks number of tasks ≥ 0
     * @param task is called with the number of a task, by several threads at once
     * @throws IllegalStateException if the threads were shut down
     */
    public void forEach(int tasks, IntConsumer task) {
        int helpers = Math.min(parallelism, tasks) - 1;
        if (executor == null || helpers < 1) {
            for (int i = 0; i < tasks; i++) {
                task.accept(i);
            }
            return;
        }
        Job job = new Job(tasks, task);
        for (int i = 0; i < helpers; i++) {
            submit(executor, job);
        }
        job.run();
        job.finish();
    }

    private static void submit(ExecutorService executor, Job job) {
        if (executor.isShutdown()) {
            throw new IllegalStateException("workers must be open, but were shut down: make new ones for this run");
        }
        try {
            executor.execute(job);
        } catch (RejectedExecutionException crowded) {
            if (executor.isShutdown()) {
                throw new IllegalStateException(
                        "workers must be open, but were shut down: make new ones for this run", crowded);
            }
            // an executor with a full queue: the others do the work, with the same result
        }
    }

    /** Ends the threads of {@link #of}; leaves an executor of the user alone. */
    @Override
    public void close() {
        if (owned && executor != null) {
            executor.shutdown();
        }
    }

    @Override
    public String toString() {
        return parallelism == 1 ? "1 thread" : parallelism + " threads";
    }

    /** Tasks that several threads take one by one. */
    private static final class Job implements Runnable {

        private final int tasks;
        private final IntConsumer task;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger(Integer.MAX_VALUE);
        private final CountDownLatch open;
        private @Nullable Throwable failure;

        Job(int tasks, IntConsumer task) {
            this.tasks = tasks;
            this.task = task;
            this.open = new CountDownLatch(tasks);
        }

        @Override
        public void run() {
            for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
                try {
                    if (i < failed.get()) { // tasks before a failed one are made, so that the first failure is the
                        // one thrown
                        task.accept(i);
                    }
                } catch (Throwable t) { // whatever a user's code throws, it belongs to the calling thread
                    fail(i, t);
                } finally {
                    open.countDown();
                }
            }
        }

        private synchronized void fail(int i, Throwable t) {
            if (i < failed.get()) {
                failed.set(i);
                failure = t;
            }
        }

        void finish() {
            boolean interrupted = false;
            while (true) {
                try {
                    open.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            Throwable thrown;
            synchronized (this) {
                thrown = failure;
            }
            if (thrown != null) {
                throw Job.<RuntimeException>unchanged(thrown);
            }
        }

        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"
        }) // tasks throw unchecked exceptions; a sneaked checked one passes as it is
        private static <T extends Throwable> T unchanged(Throwable t) throws T {
            throw (T) t;
        }
    }
}
