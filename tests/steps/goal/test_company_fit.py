"""Employers are proposed for the list by who works there in the goal's department."""

from firststep.steps.goal.company_fit import EmployerFit, best_fitting


def test_who_runs_the_department_there_comes_before_many_who_sit_in_it() -> None:
    few = EmployerFit(
        company_id=1, name="Few", people=9, running=(("Head of Purchasing", "exact"),)
    )
    many = EmployerFit(company_id=2, name="Many", people=9, sitting=("Buyer",) * 4)
    none = EmployerFit(company_id=3, name="None", people=9)

    found = best_fitting([many, none, few], "Purchasing")

    assert [s.name for s in found] == ["Few", "Many"]
    assert found[0].why == (
        'You know "Head of Purchasing" there. 1 person you know works in Purchasing there.'
    )
    assert found[1].why == "4 people you know work in Purchasing there."


def test_a_list_stays_short_enough_to_read() -> None:
    employers = [
        EmployerFit(company_id=i, name=f"E{i:02}", people=1, sitting=("Buyer",)) for i in range(50)
    ]

    assert [s.company_id for s in best_fitting(employers, "Purchasing", most=3)] == [0, 1, 2]
