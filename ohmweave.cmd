@echo off
rem Starts Ohmweave; builds it first when it was never built. Delete target\launcher to build again.
setlocal
set ROOT=%~dp0
if not exist "%ROOT%target\launcher\built" (
  echo ohmweave: building once ... 1>&2
  pushd "%ROOT%"
  call mvn -q -B -pl studies -am -Plauncher -Dmaven.test.skip=true package 1>&2
  if errorlevel 1 ( popd & echo ohmweave: the build failed 1>&2 & exit /b 1 )
  popd
  echo built> "%ROOT%target\launcher\built"
)
if "%OHMWEAVE_HEAP%"=="" set OHMWEAVE_HEAP=1536m
java --add-modules jdk.incubator.vector -Xmx%OHMWEAVE_HEAP% -Djava.awt.headless=true -cp "%ROOT%target\launcher\lib\*" org.ohmweave.study.Ohmweave %*
exit /b %errorlevel%
