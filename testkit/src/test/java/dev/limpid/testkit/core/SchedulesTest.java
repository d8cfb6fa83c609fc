package dev.limpid.testkit.core;

import dev.limpid.core.schedule.Schedule;
import dev.limpid.testkit.contract.ScheduleContract;
import org.junit.jupiter.api.Nested;

/** All schedules of core obey the laws. */
class SchedulesTest {

    @Nested
    class Constant implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.constant(0.1);
        }

        @Override
        public double startRate() {
            return 0.1;
        }
    }

    @Nested
    class InverseTime implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.inverseTime(0.1, 0.5);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class Exponential implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.exponential(0.1, 0.1);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class Stairs implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.step(0.1, 0.5, 7);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }
    }

    @Nested
    class Line implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.polynomial(0.1, 0.001, 30, 1);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class Root implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.polynomial(0.1, 0.001, 30, 0.5);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class Cosine implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.cosine(0.1, 0.001, 30);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class CosineRestarts implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.cosineRestarts(0.1, 0.001, 3, 1.5);
        }

        @Override
        public double startRate() {
            return 0.1;
        }
    }

    @Nested
    class OneCycle implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.oneCycle(0.1, 30);
        }

        @Override
        public double startRate() {
            return 0.1 / 25;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }

    @Nested
    class ReduceOnPlateau implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.reduceOnPlateau(0.1, 0.5, 2);
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }
    }

    @Nested
    class WarmedUpCosine implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.cosine(0.1, 0.001, 30).afterWarmUp(50);
        }

        @Override
        public double startRate() {
            return 0.002;
        }
    }

    @Nested
    class WarmedUpPlateau implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.reduceOnPlateau(0.1, 0.5, 2).afterWarmUp(50);
        }

        @Override
        public double startRate() {
            return 0.002;
        }
    }

    @Nested
    class Sequence implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.exponential(0.1, 0.9)
                    .then(5, Schedule.reduceOnPlateau(0.05, 0.5, 1).afterWarmUp(3));
        }

        @Override
        public double startRate() {
            return 0.1;
        }
    }

    @Nested
    class FallingSequence implements ScheduleContract {
        @Override
        public Schedule newSchedule() {
            return Schedule.constant(0.1).then(5, Schedule.cosine(0.1, 0.001, 20));
        }

        @Override
        public double startRate() {
            return 0.1;
        }

        @Override
        public boolean isFalling() {
            return true;
        }

        @Override
        public boolean isContinuous() {
            return true;
        }
    }
}
